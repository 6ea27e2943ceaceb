import { MultiSelect } from '@rocket.chat/fuselage';
import type { MultiStaticSelectElement as MultiStaticSelectBlock } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';
import { useElement } from '../state/useElement';
import { stringsOf } from '../state/stringsOf';
import { useTextOf } from '../text/useTextOf';

/** Several choices of a list; the value is the whole list. */
export function MultiStaticSelectElement({ block, context }: BlockProps<MultiStaticSelectBlock>) {
  const { value, loading, error, change } = useElement(block, context);
  const textOf = useTextOf();
  return (
    <MultiSelect
      value={stringsOf(value)}
      disabled={loading}
      error={error}
      options={block.options.map((option) => [option.value, textOf(option.text)] as const)}
      placeholder={textOf(block.placeholder)}
      aria-label={textOf(block.placeholder)}
      onChange={change}
    />
  );
}
