// The arrow keys among the buttons of a drawing: to the next one in that direction, wherever it stands. One of them at a time is on the way of the Tab key.

const AHEAD = {
  ArrowRight: (from, to) => beside(from, to) && to.left - from.left,
  ArrowLeft: (from, to) => beside(from, to) && from.left - to.left,
  ArrowDown: (from, to) => to.top - from.top,
  ArrowUp: (from, to) => from.top - to.top,
};
const STEADY = 3; // pixels by which what stands side by side may differ

/** Listen in an element; ``stop(button, open)`` adds one of its buttons, ``settle()`` is to be called when others are shown. */
export function walking(host) {
  const opens = new Map();
  host.addEventListener("focusin", ({ target }) => { if (opens.has(target)) reached(target); });
  host.addEventListener("keydown", key);

  function stop(button, open) {
    button.tabIndex = -1;
    button.addEventListener("click", () => open({}));
    opens.set(button, open);
    return button;
  }

  function shown() {
    return [...opens.keys()].filter((button) => button.offsetParent !== null);
  }

  function reached(button) {
    for (const other of opens.keys()) if (other.tabIndex === 0 && other !== button) other.tabIndex = -1;
    button.tabIndex = 0;
  }

  function settle() {
    const open = shown();
    if (open.length && !open.some((button) => button.tabIndex === 0)) reached(open[0]);
  }

  function key(event) {
    const { target } = event;
    if (!opens.has(target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") opens.get(target)({ focus: true });
    else if (event.key === "Home" || event.key === "End") inRow(target, event.key === "Home")?.focus();
    else if (Object.hasOwn(AHEAD, event.key)) next(target, event.key)?.focus();
    else return;
    event.preventDefault();
  }

  /** The nearest in the direction of a key: the next row or column first, in it whatever is least aside. */
  function next(target, name) {
    const from = target.getBoundingClientRect();
    const across = name === "ArrowUp" || name === "ArrowDown";
    const aside = (to) => (across ? Math.abs(middle(to, "left", "right") - middle(from, "left", "right")) : Math.abs(middle(to, "top", "bottom") - middle(from, "top", "bottom")));
    const ahead = shown().map((button) => ({ button, box: button.getBoundingClientRect() })).map(({ button, box }) => ({ button, far: AHEAD[name](from, box), aside: aside(box) })).filter(({ far }) => far !== false && far > STEADY);
    const nearest = Math.min(...ahead.map(({ far }) => far));
    return ahead.filter(({ far }) => far <= nearest + STEADY).sort((one, other) => one.aside - other.aside)[0]?.button;
  }

  function inRow(target, first) {
    const from = target.getBoundingClientRect();
    const row = shown().filter((button) => beside(from, button.getBoundingClientRect())).sort((one, other) => one.getBoundingClientRect().left - other.getBoundingClientRect().left);
    return row[first ? 0 : row.length - 1];
  }

  return { stop, settle };
}

function beside(from, to) {
  return to.top < from.bottom - STEADY && from.top < to.bottom - STEADY;
}

function middle(box, one, other) {
  return (box[one] + box[other]) / 2;
}
