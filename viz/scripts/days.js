// Days as numbers, and the line of years that they stand on. No day is taken from the clock.

const DAY = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const YEAR = 365.25;
const APART = 44; // pixels between the years that are written out
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** The number of a day of which ISO text tells the year at least, the last such day if ``last``; null where there is none. */
export function day(text, last = false) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text);
  if (!found) return null;
  const [year, month, date] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (date !== undefined) return utc(year, month - 1, date);
  if (month !== undefined) return last ? utc(year, month, 1) - 1 : utc(year, month - 1, 1);
  return last ? utc(year + 1, 0, 1) - 1 : utc(year, 0, 1);
}

/** A day and its month, as the head of a column: ``["14", "Nov", "2018"]``; the parts that are not known are empty. */
export function headed(text) {
  const [year = "", month = "", date = ""] = text.split("-");
  return [date && String(Number(date)), MONTHS[Number(month) - 1] ?? "", year];
}

function utc(year, month, date) {
  const at = new Date(0);
  at.setUTCFullYear(year, month, date);
  return Math.round(at.getTime() / DAY);
}

/** The first and the last day of the line: whole years at its beginning, the last paper at its end, less what the filter by years leaves out. */
export function axis({ first, last }, { from, to }) {
  const begin = first ? utc(Number(first.slice(0, 4)), 0, 1) : 0;
  const end = last ? day(last, true) : begin;
  const left = from ? Math.max(begin, day(from)) : begin;
  const right = to ? Math.min(end, day(to, true)) : end;
  return [left, Math.max(right, left + 30)];
}

/** Where lines stand on an axis of so many pixels: each year, with quarters where there is room; its ``text`` is empty where there is none. */
export function monthText([left, right], width) {
  const pixels = width / (right - left);
  const step = STEPS.find((years) => years * YEAR * pixels >= APART) ?? STEPS[STEPS.length - 1];
  const [one, other] = [left, right].map((at) => new Date(at * DAY).getUTCFullYear());
  const lines = [];
  for (let year = one; year <= other; year += 1) {
    if (year % step === 0 || step === 1) lines.push({ at: utc(year, 0, 1), text: String(year), year: true });
    if (step > 1 || YEAR * pixels < 4 * APART) continue;
    for (const month of [3, 6, 9]) lines.push({ at: utc(year, month, 1), text: MONTHS[month], year: false });
  }
  const near = right - (APART - 10) / pixels; // nearer to the end no text has room
  return lines.filter(({ at }) => at >= left && at <= right).map(({ at, text, year }) => ({ at, year, text: at > near ? "" : text }));
}
