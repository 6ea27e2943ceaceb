import * as v from 'valibot';

const text = v.object({ text: v.string() });
const option = v.object({ text });

/** What of a block can be read; buttons come as what stands on them. */
const blockSchema = v.object({
  text: v.fallback(v.optional(text), undefined),
  fields: v.fallback(v.optional(v.array(text)), undefined),
  elements: v.fallback(v.optional(v.array(v.fallback(v.union([option, text]), { text: '' }))), undefined),
});

/** The words of UIKit blocks, Markdown: sections and contexts as they are, and each button as a line of a list. */
export function textOfBlocks(blocks: readonly unknown[]): string {
  return blocks
    .flatMap((block) => {
      const parsed = v.safeParse(blockSchema, block);
      return parsed.success ? linesOf(parsed.output) : [];
    })
    .filter((line) => line.trim())
    .join('\n');
}

function linesOf({ text: said, fields = [], elements = [] }: v.InferOutput<typeof blockSchema>): string[] {
  const offered = elements.map((element) =>
    typeof element.text === 'string' ? element.text : `- ${element.text.text}`,
  );
  return [said?.text ?? '', ...fields.map((field) => field.text), ...offered];
}
