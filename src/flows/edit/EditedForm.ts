import type { NumberForm } from '../../machines/NumberForm';

/** A form as it was opened, and as it was submitted. */
export interface EditedForm {
  opened: NumberForm;
  form: NumberForm;
}
