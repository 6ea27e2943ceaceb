import * as v from 'valibot';

/** A line chart. Times go along the bottom; all series share one scale. */
export const plotSchema = v.object({
  /** Its part of the file's name: `docs/proofs/<proof>-<slug>.svg`. */
  slug: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  title: v.string(),
  /** What the axes show, with the unit. */
  x: v.string(),
  y: v.string(),
  /** Whether each step up the side is ten times as much. Values of 0 or less are then left out. */
  isLogarithmic: v.optional(v.boolean()),
  series: v.array(v.object({ name: v.string(), points: v.array(v.tuple([v.number(), v.number()])) })),
  /** Moments at which something happened: a thin line from top to bottom. */
  marks: v.optional(v.object({ name: v.string(), at: v.array(v.number()) })),
});

export type Plot = v.InferOutput<typeof plotSchema>;

const figuresSchema = v.object({
  title: v.string(),
  method: v.string(),
  columns: v.array(v.string()),
  rows: v.array(v.array(v.string())),
  notes: v.optional(v.array(v.string())),
  goals: v.optional(
    v.array(v.object({ what: v.string(), goal: v.string(), measured: v.string(), isMet: v.boolean() })),
  ),
});

/** One run of a proof, as `docs/proofs/<name>.json` keeps it. */
export const proofSchema = v.object({
  title: v.string(),
  /** The promise that is tried, and how, for somebody who wants to believe it. */
  claim: v.string(),
  /** What anybody can type to repeat it, seed included. */
  command: v.string(),
  /** When and on what it ran, and how busy the machine was. */
  circumstances: v.string(),
  figures: v.array(figuresSchema),
  plots: v.array(plotSchema),
});

export type Proof = v.InferOutput<typeof proofSchema>;
