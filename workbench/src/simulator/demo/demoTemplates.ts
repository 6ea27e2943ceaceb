import { carouselTemplates } from './templates/carouselTemplates';
import { mediaTemplates } from './templates/mediaTemplates';
import { specialTemplates } from './templates/specialTemplates';
import { stoppedTemplates } from './templates/stoppedTemplates';
import { textTemplates } from './templates/textTemplates';
import type { DemoTemplate } from './DemoTemplate';

/** Templates of the first start: every header, every button, both kinds of parameters, several languages and states. */
export const demoTemplates: DemoTemplate[] = [
  ...textTemplates,
  ...mediaTemplates,
  ...specialTemplates,
  ...carouselTemplates,
  ...stoppedTemplates,
];
