import { useState } from 'react';
import { ApiError } from '../api/Api';
import { words } from '../words';
import { useWorkspace } from '../workspace/useWorkspace';
import type { StepProps } from './Draft';
import { StepActions } from './StepActions';
import { outboundBody } from './template';
import { TemplatePreview } from './TemplatePreview';

/** Everything once more, and *Send*. The client tells of every failure alike, and closes the dialog with what was typed. */
export function ReviewStep({ draft, onNext, onBack }: StepProps) {
  const workspace = useWorkspace();
  const [busy, setBusy] = useState(false);
  const { contact, provider, template, values, to = '', from = '', departmentId, agentId } = draft;
  const replies = [draft.agentName, draft.departmentName].filter(Boolean).join(' · ');
  const facts = [
    [words.outbound.fields.template, template?.name],
    [words.outbound.fields.to, `${contact?.name ?? ''} (${to})`],
    [words.outbound.fields.from, `${provider?.providerName ?? ''} (${from})`],
    [words.outbound.steps.replies, replies],
  ] as const;
  const send = async () => {
    if (!provider || !template) return;
    setBusy(true);
    const path = `/api/v1/omnichannel/outbound/providers/${encodeURIComponent(provider.providerId)}/message`;
    const body = outboundBody({ template, values, to, templateProviderPhoneNumber: from, departmentId, agentId });
    try {
      await workspace.api.post(path, body);
      workspace.toast('success', words.outbound.sent(contact?.name ?? to));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      workspace.toast('error', words.outbound.notSent);
    }
    onNext();
  };
  return (
    <>
      <dl className="wb-outbound-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
      {template && <TemplatePreview template={template} values={values} />}
      <StepActions onBack={onBack} onNext={() => void send()} busy={busy} isLast />
    </>
  );
}
