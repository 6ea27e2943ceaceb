import { createStore } from 'zustand/vanilla';
import type { Contact, Metadata, OfferedTemplate, Provider } from './documents';
import type { TemplateValues } from './template';

/** What has been chosen and typed so far in the dialog. */
export type Draft = {
  readonly contactId?: string | undefined;
  readonly contact?: Contact | undefined;
  readonly provider?: Provider | undefined;
  readonly metadata?: Metadata | undefined;
  readonly to?: string | undefined;
  readonly from?: string | undefined;
  readonly template?: OfferedTemplate | undefined;
  readonly values: TemplateValues;
  /** Empty once another department was chosen and taken back, as in the client. */
  readonly departmentId?: string | undefined;
  readonly departmentName?: string | undefined;
  readonly agentId?: string | undefined;
  readonly agentName?: string | undefined;
};

/** A step of the dialog: it is given the draft, changes it, and says when it is done. */
export type StepProps = {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onNext: () => void;
  readonly onBack?: (() => void) | undefined;
};

/** Whether the dialog is open, and with whom it begins. */
export const outboundDialog = createStore<{ readonly contactId?: string | undefined } | undefined>()(() => undefined);
