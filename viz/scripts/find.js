// Names by their letters, whatever their accents and case.

export const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** A function from what is typed to the numbers of the names that have all its words, those that begin with it first. */
export function finder(names) {
  const plain = names.map(folded);
  return (typed) => {
    const words = folded(typed).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const found = [];
    for (let number = 0; number < plain.length; number += 1) if (words.every((word) => plain[number].includes(word))) found.push(number);
    const rank = (number) => (plain[number].startsWith(words[0]) ? 0 : 1);
    return found.sort((one, other) => rank(one) - rank(other) || (plain[one] < plain[other] ? -1 : plain[one] > plain[other] ? 1 : one - other));
  };
}
