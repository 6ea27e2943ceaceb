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
  return <WorkspaceSelect block={block} context={context} kind="users" />;
}

/** Several users; the value is the list of their ids. */
export function MultiUsersSelectElement({ block, context }: BlockProps<MultiUsersSelectBlock>) {
  return <WorkspaceSelect block={block} context={context} kind="users" multiple />;
}

/** One of the workspace's channels; the value is its id. */
export function ChannelsSelectElement({ block, context }: BlockProps<ChannelsSelectBlock>) {
  return <WorkspaceSelect block={block} context={context} kind="channels" />;
}

/** Several channels; the value is the list of their ids. */
export function MultiChannelsSelectElement({ block, context }: BlockProps<MultiChannelsSelectBlock>) {
  return <WorkspaceSelect block={block} context={context} kind="channels" multiple />;
}

type WorkspaceSelectBlock = UsersSelectBlock | MultiUsersSelectBlock | ChannelsSelectBlock | MultiChannelsSelectBlock;

/** A field that finds users or channels while one types. */
function WorkspaceSelect({
  block,
  context,
  kind,
  multiple = false,
}: Pick<BlockProps<WorkspaceSelectBlock>, 'block' | 'context'> & {
  readonly kind: 'users' | 'channels';
  readonly multiple?: boolean;
}) {
  const { value, loading, error, change } = useElement(block, context);
  const [filter, setFilter] = useState('');
  const textOf = useTextOf();
  const options = useSuggestions(kind, filter);
  const props = {
    id: block.actionId,
    filter,
    setFilter,
    options: [...options],
    disabled: loading,
    error: Boolean(error),
    placeholder: textOf(block.placeholder),
    onChange: change,
  };
  return multiple ? (
    <AutoComplete {...props} multiple={true} value={stringsOf(value)} />
  ) : (
    <AutoComplete {...props} multiple={false} value={typeof value === 'string' ? value : ''} />
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
