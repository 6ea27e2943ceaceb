import { Callout, SearchInput } from '@rocket.chat/fuselage';
import { useState } from 'react';
import type { ChangeEvent } from 'react';
import { readList } from '../../documents/readDocument';
import { Template } from '../../simulator/documents/Template';
import { useSimulator, useSimulatorState } from '../../simulator/useSimulator';
import { words } from '../../words';
import { Refused } from '../parts/PanelParts';
import { useFetched } from '../parts/useFetched';
import { TemplateCard } from './TemplateCard';

/** The number of templates that are drawn. A search finds the others. */
const SHOWN = 50;

/** The message templates at Meta, and what Meta may decide about them. */
export function TemplatesPage() {
  const simulator = useSimulator();
  const turn = useSimulatorState((state) => state.stateCount);
  const [search, setSearch] = useState('');
  const { value, error } = useFetched(async () => {
    const query = new URLSearchParams({ search, limit: String(SHOWN + 1) }).toString();
    return readList(Template, { list: await simulator.get(`/templates?${query}`) }, 'list');
  }, `${turn} ${search}`);
  return (
    <>
      <p className="wb-panel-note">{words.simulator.templates.note}</p>
      {error && <Refused reason={error} />}
      <div className="wb-panel-row">
        <SearchInput
          small
          aria-label={words.simulator.templates.search}
          placeholder={words.simulator.templates.search}
          value={search}
          onChange={({ currentTarget }: ChangeEvent<HTMLInputElement>) => setSearch(currentTarget.value)}
        />
      </div>
      {value?.length === 0 && <p className="wb-panel-note">{words.simulator.templates.none}</p>}
      {value?.slice(0, SHOWN).map((template) => (
        <TemplateCard key={template.id} template={template} />
      ))}
      {(value?.length ?? 0) > SHOWN && <Callout>{words.simulator.templates.more(SHOWN)}</Callout>}
    </>
  );
}
