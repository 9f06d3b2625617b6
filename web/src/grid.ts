/** Distances between lines of a graticule that read well, in degrees. */
const STEPS = [30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

/** The smallest step that puts at most so many lines on a span of degrees. */
export function step(span: number, most: number): number {
  return [...STEPS].reverse().find(one => span / one <= Math.max(1, most)) ?? 30;
}

/** The lines of a graticule inside a span, as multiples of the step. */
export function lines(from: number, to: number, by: number): number[] {
  const found: number[] = [];
  // Counting in whole steps keeps 51.3 from becoming 51.300000000000004.
  for (let at = Math.ceil(from / by - 1e-9); at * by <= to + 1e-9; at += 1) found.push(Number((at * by).toFixed(6)));
  return found;
}

/** `51,5° N` as it is written on a map: figures with the page's comma and a letter for the side of the world. */
export function degrees(value: number, by: number, sides: readonly [string, string], lang: string): string {
  const digits = Math.max(0, Math.ceil(-Math.log10(by) - 1e-9));
  const figure = new Intl.NumberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(Math.abs(value));
  return `${figure}° ${value < 0 ? sides[1] : sides[0]}`;
}

/** A place on the screen, with what stands there. */
export interface Spot<T> {
  readonly x: number;
  readonly y: number;
  readonly what: T;
}

/** Gathers spots that would lie over each other: each heap is within a distance of its first member. */
export function heaps<T>(spots: readonly Spot<T>[], distance: number): Spot<T>[][] {
  const all: Spot<T>[][] = [];
  for (const spot of spots) {
    const near = all.find(([first]) => first && Math.hypot(first.x - spot.x, first.y - spot.y) < distance);
    if (near) near.push(spot);
    else all.push([spot]);
  }
  return all;
}
