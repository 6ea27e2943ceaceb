import { AutoComplete, FieldGroup, IconButton, Select, Throbber } from '@rocket.chat/fuselage';
import { useState } from 'react';
import type { MouseEventHandler, ReactNode } from 'react';
import { readList, readOne } from '../documents/readDocument';
import { useFetched } from '../panels/parts/useFetched';
import { pick } from '../state/pick';
import { words } from '../words';
import { useWorkspace } from '../workspace/useWorkspace';
import { Contact, Metadata, type Provider } from './documents';
import type { StepProps } from './Draft';
import { OutboundField } from './OutboundField';
import { StepActions } from './StepActions';

const PATH = '/api/v1/omnichannel';

const shown = ({ name, phones }: Contact) =>
  phones.length === 0 ? name : `${name} (${phones.map(({ phoneNumber }) => phoneNumber).join(', ')})`;

/** Fuselage's own chip is too faint to be read. */
function ChosenContact({
  selected,
  onRemove,
}: {
  readonly selected: { readonly label: ReactNode };
  readonly onRemove?: MouseEventHandler<HTMLButtonElement>;
}) {
  return (
    <span className="wb-outbound-chosen">
      {selected.label}
      <IconButton
        mini
        icon="cross"
        title={words.outbound.takeOut}
        aria-label={words.outbound.takeOut}
        onClick={onRemove}
      />
    </span>
  );
}

/** The recipient, the channel, the recipient's number and our sender. */
export function RecipientStep({
  draft,
  onChange,
  onNext,
  providers,
}: StepProps & { readonly providers: readonly Provider[] }) {
  const workspace = useWorkspace();
  const [filter, setFilter] = useState('');
  const [tried, setTried] = useState(false);
  const { contactId = '', provider, to, from } = draft;
  const found = useFetched(async () => {
    const body = await workspace.api.get(`${PATH}/contacts.search?searchText=${encodeURIComponent(filter)}`);
    return readList(Contact, body, 'contacts');
  }, filter);
  const contact = useFetched(async () => {
    if (contactId === '') return undefined;
    const body = await workspace.api.get(`${PATH}/contacts.get?contactId=${encodeURIComponent(contactId)}`);
    return readOne(Contact, pick(body, 'contact'));
  }, contactId).value;
  // The client keeps what it has heard as long as the dialog is open: the provider is asked at each opening.
  const metadata = useFetched(async () => {
    if (!provider || draft.metadata) return draft.metadata;
    const path = `${PATH}/outbound/providers/${encodeURIComponent(provider.providerId)}/metadata`;
    return readOne(Metadata, pick(await workspace.api.get(path), 'metadata'));
  }, provider?.providerId);
  const senders = Object.keys(metadata.value?.templates ?? {});
  const isThere = contact?._id === contactId;
  const phones = isThere ? contact.phones : [];
  const options = (found.value ?? []).map((each) => ({ value: each._id, label: shown(each) }));
  if (isThere && !options.some(({ value }) => value === contactId)) {
    options.unshift({ value: contactId, label: shown(contact) });
  }

  const next = () => {
    setTried(true);
    if (contact && provider && metadata.value && to && from) {
      onChange({ contact, metadata: metadata.value });
      onNext();
    }
  };
  const { fields, choose } = words.outbound;
  return (
    <>
      <FieldGroup>
        <OutboundField label={fields.contact} required missing={tried && !contact}>
          {/* Fuselage draws a value only whose option is there at first. */}
          {contactId !== '' && !contact ? (
            <Throbber />
          ) : (
            <AutoComplete
              aria-label={fields.contact}
              value={contactId}
              filter={filter}
              setFilter={setFilter}
              options={options}
              multiple={false}
              renderSelected={ChosenContact}
              placeholder={choose.contact}
              onChange={(value) => onChange({ contactId: String(value), to: undefined })}
            />
          )}
        </OutboundField>
        <OutboundField
          label={fields.channel}
          required
          missing={tried && !provider}
          error={metadata.error && words.outbound.providerFailed}
        >
          <Select
            aria-label={fields.channel}
            options={providers.map(({ providerId, providerName }) => [providerId, providerName] as const)}
            value={provider?.providerId ?? null}
            placeholder={choose.channel}
            disabled={contactId === ''}
            onChange={(id: string) =>
              onChange({
                provider: providers.find(({ providerId }) => providerId === id),
                metadata: undefined,
                from: undefined,
              })
            }
          />
        </OutboundField>
        <OutboundField
          label={fields.to}
          required
          missing={tried && !to}
          error={isThere && phones.length === 0 ? words.outbound.noPhone : undefined}
        >
          <Select
            aria-label={fields.to}
            options={phones.map(({ phoneNumber }) => [phoneNumber, phoneNumber] as const)}
            value={to ?? null}
            placeholder={choose.to}
            disabled={!provider || phones.length === 0}
            onChange={(value: string) => onChange({ to: value })}
          />
        </OutboundField>
        <OutboundField label={fields.from} required missing={tried && !from}>
          <Select
            aria-label={fields.from}
            options={senders.map((sender) => [sender, sender] as const)}
            value={from ?? null}
            placeholder={choose.from}
            disabled={!to || senders.length === 0}
            onChange={(value: string) => onChange({ from: value, template: undefined, values: {} })}
          />
        </OutboundField>
      </FieldGroup>
      <StepActions onNext={next} />
    </>
  );
}
