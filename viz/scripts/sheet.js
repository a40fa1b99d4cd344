// What a large map shows under the few nodes that vis-network draws: all nodes and links, painted on a sheet that is moved with the map.
// It is painted anew when the view is no longer the one that it was painted for, a little in each frame, so that the map never waits for it.

import { brushes, FEW } from "./brush.js";
import { colour } from "./dom.js";

const MARGIN = 0.25; // of the view, painted beyond each of its sides
const SLICE = 7; // milliseconds of painting in a frame
const [REST, FAR] = [90, 1.7]; // milliseconds without zooming before it is painted anew, and how much zooming it does not wait for
const TRIED = 4000; // names for which room is looked for
const [NAMED, LIT] = [260, 90]; // names at once

/** The sheet of a map; ``seen`` gives the view ``{scale, left, top, right, bottom}``, ``again`` asks for a new frame of the map. */
export function sheetOf(page, things, { seen, again }) {
  const { shownNode, shownEdge } = page;
  const brush = brushes(page, things);
  let sheet = null; // what is shown: its picture, and the view that it was painted for
  let work = null; // what is being painted
  let zoomed = { scale: 0, when: 0 }; // the last change of scale

  /** Paint a view, and so much of it beyond its sides. */
  function* painted(inner, margin) {
    const view = { scale: inner.scale, ...grown(inner, (inner.right - inner.left) * margin, (inner.bottom - inner.top) * margin) };
    const [context, labels] = [blank(view), blank(view)];
    const edges = things.crossing(view, shownEdge);
    yield* brush.lines(context, view.scale, edges);
    yield* brush.marks(context, view.scale, things.within(grown(view, 30 + 8 / view.scale)).filter(shownNode));
    brush.names(labels, view, named(view), { most: NAMED, gap: 12, within: inner });
    return { canvas: context.canvas, labels: labels.canvas, view, edges: edges.length <= FEW ? edges : [] };
  }

  /** Whose names may be written in a view, the best linked first. */
  function named(view) {
    const near = things.within(view).filter(shownNode);
    if (near.length <= TRIED) return near.sort((one, other) => things.rank[one] - things.rank[other]);
    return [...things.byRank.subarray(0, TRIED)].filter(shownNode);
  }

  function current(view) {
    const on = sheet.view;
    const covered = on.left <= view.left && on.right >= view.right && on.top <= view.top && on.bottom >= view.bottom;
    return covered && Math.abs(on.scale / view.scale - 1) < 0.005;
  }

  /** Whether nobody is zooming just now; where somebody is, the map is looked at again when they may have stopped. */
  function rests({ scale }) {
    const now = performance.now();
    if (scale !== zoomed.scale) {
      zoomed = { scale, when: now };
      setTimeout(again, REST + 10);
    }
    const ratio = scale / sheet.view.scale;
    return now - zoomed.when >= REST || ratio === 1 || ratio > FAR || ratio < 1 / FAR;
  }

  /** Put the sheet under the map, and have it painted anew where it is not what the view needs. */
  function under(context) {
    const view = seen();
    if (sheet === null) {
      work = null;
      sheet = finished(painted(view, 0)); // the first picture waits for nothing that cannot be seen
    } else if (work === null && !current(view) && rests(view)) {
      work = painted(view, MARGIN);
      requestAnimationFrame(() => proceed(work));
    }
    put(context, sheet.canvas);
  }

  function put(context, picture) {
    const { left, top, right, bottom } = sheet.view;
    context.drawImage(picture, left, top, right - left, bottom - top);
  }

  function proceed(steps) {
    if (steps !== work) return;
    const until = performance.now() + SLICE;
    let step = steps.next();
    while (!step.done && performance.now() < until) step = steps.next();
    if (!step.done) {
      requestAnimationFrame(() => proceed(steps));
      return;
    }
    [sheet, work] = [step.value, null];
    again();
  }

  /** Over the map: names; or, over all of it veiled, what is chosen or under the pointer with what it is linked to. */
  function over(context, light, main) {
    if (light === null) put(context, sheet.labels);
    else lit(context, light, main);
  }

  function lit(context, light, main) {
    const view = seen();
    const { scale } = view;
    const [nodes, edges] = [[...light.nodes].filter(things.drawn), [...light.edges].filter(things.placed)];
    context.globalAlpha = 0.78;
    context.fillStyle = colour("card");
    context.fillRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
    context.globalAlpha = 1;
    context.strokeStyle = colour("accent");
    context.fillStyle = context.strokeStyle;
    context.lineWidth = Math.max(0.5, Math.min(1.6, 40 / edges.length)) / scale;
    context.globalAlpha = Math.max(0.6, Math.min(1, 80 / edges.length));
    brush.stroke(context, edges);
    if (edges.length <= FEW / 4) brush.points(context, scale, edges);
    context.globalAlpha = 1;
    finished(brush.marks(context, scale, nodes));
    if (main !== null && things.drawn(main)) brush.ring(context, scale, main);
    const order = nodes.sort((one, other) => (other === main) - (one === main) || things.rank[one] - things.rank[other]);
    brush.names(context, view, order, { most: LIT, gap: 5, bold: main });
  }

  /** The node or the link at a place of the map, ``[node, edge]``; links only where they can be told apart. */
  function at(x, y, light) {
    const { scale } = seen();
    const node = things.nodeAt(x, y, scale, shownNode);
    const edges = light ? [...light.edges] : (sheet?.edges ?? []);
    return [node, node === null ? things.edgeAt(x, y, scale, edges.filter(shownEdge)) : null];
  }

  return { under, over, at, changed: () => { sheet = null; } };
}

/** A canvas for what a view shows, and a part of its surroundings, in the measure of the map. */
function blank({ scale, left, top, right, bottom }) {
  const ratio = Math.min(devicePixelRatio || 1, 2) * scale;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.ceil((right - left) * ratio), Math.ceil((bottom - top) * ratio)];
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  context.translate(-left, -top);
  return context;
}

function grown({ left, top, right, bottom }, across, down = across) {
  return { left: left - across, right: right + across, top: top - down, bottom: bottom + down };
}

/** What a painting gives when it is done at once. */
function finished(steps) {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
