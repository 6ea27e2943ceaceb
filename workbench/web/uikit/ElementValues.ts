/** Values of a surface's elements by action id, with the block that each belongs to. */
export type ElementValues = Readonly<
  Record<string, { readonly value: unknown; readonly blockId?: string } | undefined>
>;
