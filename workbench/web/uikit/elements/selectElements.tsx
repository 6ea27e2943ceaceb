import { AutoComplete, MultiSelect, Select } from '@rocket.chat/fuselage';
import type {
  ChannelsSelectElement as ChannelsSelectBlock,
  MultiChannelsSelectElement as MultiChannelsSelectBlock,
  MultiStaticSelectElement as MultiStaticSelectBlock,
  MultiUsersSelectElement as MultiUsersSelectBlock,
  StaticSelectElement as StaticSelectBlock,
  UsersSelectElement as UsersSelectBlock,
} from '@rocket.chat/ui-kit';
import { useContext, useEffect, useState } from 'react';
import { useElement } from '../state/useElement';
import { useTextOf } from '../text/useTextOf';
import type { BlockProps, Suggestion } from '../UiKitContext';
import { UiKitContext } from '../UiKitContext';

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

/** One of the workspace's users; the value is its id. */
export function UsersSelectElement({ block, context }: BlockProps<UsersSelectBlock>) {
  const { value, loading, error, change } = useElement(block, context);
  const [filter, setFilter] = useState('');
  const textOf = useTextOf();
  return (
    <AutoComplete
      id={block.actionId}
      value={typeof value === 'string' ? value : ''}
      filter={filter}
      setFilter={setFilter}
      options={[...useSuggestions('users', filter)]}
      multiple={false}
      disabled={loading}
      error={Boolean(error)}
      placeholder={textOf(block.placeholder)}
      onChange={change}
    />
  );
}

/** Several users; the value is the list of their ids. */
export function MultiUsersSelectElement({ block, context }: BlockProps<MultiUsersSelectBlock>) {
  const { value, loading, error, change } = useElement(block, context);
  const [filter, setFilter] = useState('');
  const textOf = useTextOf();
  return (
    <AutoComplete
      id={block.actionId}
      value={stringsOf(value)}
      filter={filter}
      setFilter={setFilter}
      options={[...useSuggestions('users', filter)]}
      multiple={true}
      disabled={loading}
      error={Boolean(error)}
      placeholder={textOf(block.placeholder)}
      onChange={change}
    />
  );
}

/** One of the workspace's channels; the value is its id. */
export function ChannelsSelectElement({ block, context }: BlockProps<ChannelsSelectBlock>) {
  const { value, loading, error, change } = useElement(block, context);
  const [filter, setFilter] = useState('');
  const textOf = useTextOf();
  return (
    <AutoComplete
      id={block.actionId}
      value={typeof value === 'string' ? value : ''}
      filter={filter}
      setFilter={setFilter}
      options={[...useSuggestions('channels', filter)]}
      multiple={false}
      disabled={loading}
      error={Boolean(error)}
      placeholder={textOf(block.placeholder)}
      onChange={change}
    />
  );
}

/** Several channels; the value is the list of their ids. */
export function MultiChannelsSelectElement({ block, context }: BlockProps<MultiChannelsSelectBlock>) {
  const { value, loading, error, change } = useElement(block, context);
  const [filter, setFilter] = useState('');
  const textOf = useTextOf();
  return (
    <AutoComplete
      id={block.actionId}
      value={stringsOf(value)}
      filter={filter}
      setFilter={setFilter}
      options={[...useSuggestions('channels', filter)]}
      multiple={true}
      disabled={loading}
      error={Boolean(error)}
      placeholder={textOf(block.placeholder)}
      onChange={change}
    />
  );
}

/** The strings of a list value; anything else is an empty list. */
function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** What an autocompleting element offers for the typed term; empty while the first answer is on its way. */
function useSuggestions(kind: 'users' | 'channels', term: string): readonly Suggestion[] {
  const { suggest } = useContext(UiKitContext);
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    let wanted = true;
    void suggest(kind, term).then((suggestions) => {
      if (wanted) {
        setFound(suggestions);
      }
    });
    return () => {
      wanted = false;
    };
  }, [suggest, kind, term]);
  return found;
}
