import type { CodeLine } from '@rocket.chat/message-parser';

/** Code between three backticks. */
export function CodeBlock({
  language,
  lines,
}: {
  readonly language: string | undefined;
  readonly lines: readonly CodeLine[];
}) {
  return (
    <pre tabIndex={0} aria-label={language}>
      <code data-language={language}>{lines.map((line) => line.value.value).join('\n')}</code>
    </pre>
  );
}
