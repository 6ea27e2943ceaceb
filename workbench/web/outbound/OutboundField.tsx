import { Field, FieldError, FieldHint, FieldLabel, FieldRow } from '@rocket.chat/fuselage';
import type { ReactNode } from 'react';
import { words } from '../words';

/** A field of the dialog, with its label, its hint and its error. */
export function OutboundField({
  label,
  required = false,
  missing = false,
  error,
  hint,
  children,
}: {
  readonly label: string;
  readonly required?: boolean;
  /** Somebody went on without it. */
  readonly missing?: boolean;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  const wrong = error ?? (missing ? words.outbound.required(label) : undefined);
  return (
    <Field data-outbound-field={label}>
      <FieldLabel is="span" required={required}>
        {label}
      </FieldLabel>
      <FieldRow>{children}</FieldRow>
      {wrong && <FieldError aria-live="assertive">{wrong}</FieldError>}
      {hint && <FieldHint>{hint}</FieldHint>}
    </Field>
  );
}
