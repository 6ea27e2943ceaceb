import { Select } from '@rocket.chat/fuselage';
import type { StaticSelectElement as StaticSelectBlock } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';
import { useElement } from '../state/useElement';
import { useTextOf } from '../text/useTextOf';

/** One choice of a list. */
export function StaticSelectElement({ block, context }: BlockProps<StaticSelectBlock>) {
  const { value, loading, error, change } = useElement(block, context);
  const textOf = useTextOf();
  return (
    <Select
      value={typeof value === 'string' ? value : null}
      disabled={loading}
      error={error}
      options={block.options.map((option) => [option.value, textOf(option.text)] as const)}
      placeholder={textOf(block.placeholder)}
      aria-label={textOf(block.placeholder)}
      onChange={change}
    />
  );
}
