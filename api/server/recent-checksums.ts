/**
 * Remembers for a while which questions came. What is made for one is kept when it comes for the second time: most
 * never do, and whoever sends endless new ones would drive out what others ask for.
 *
 * A table of checksums, each in the place that its last bits name until another one comes there: it holds nothing of
 * the questions, and two of one checksum cost no more than an answer that is kept too early.
 */

/** Tells whether a checksum came lately, and remembers it; `places` is a power of two. */
export function recentChecksums(places: number): (checksum: number) => boolean {
  const table = new Uint32Array(places);
  return (checksum) => {
    const place = checksum & (places - 1);
    const came = table[place] === checksum;
    table[place] = checksum;
    return came;
  };
}

/** A checksum of a text for runtimes that bring none of their own. */
export function checksumOfText(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    sum = (Math.imul(sum, 31) + text.charCodeAt(index)) >>> 0;
  }
  return sum;
}
