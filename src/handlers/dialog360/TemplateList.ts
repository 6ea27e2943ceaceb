import type { Template } from './Template';

/** What an account has of templates. */
export interface TemplateList {
  templates: Template[];
  /** Records without a name or a language, which nobody could send. */
  skipped: number;
}
