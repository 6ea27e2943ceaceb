import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { listOf, textOf, wordOf } from '../../json';
import { checkEach, firstRefusal, lengthOf, missing } from '../../messages/checks';
import { buttonsOf } from '../buttonsOf';
import { componentOf } from '../componentOf';
import { variablesOf } from '../variablesOf';
import { checkBodyText } from './checkBodyText';
import { checkButtonList } from './checkButtonList';
import { definitionRefusal } from './definitionRefusal';
import { hasExample } from './hasExample';

const MEDIA = ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF'];

/** The components of a definition; used for the template and for each card of its carousel. */
export function checkParts(components: JsonObject[], isAuthentication: boolean): MetaRefusal | undefined {
  const body = componentOf(components, 'BODY');
  return firstRefusal(
    () => checkHeader(componentOf(components, 'HEADER')),
    () => (body || componentOf(components, 'HEADER') ? undefined : missing('components[BODY]')),
    () => (body && !isAuthentication ? checkBodyText(body) : undefined),
    () => checkFooter(componentOf(components, 'FOOTER')),
    () => checkButtonList(buttonsOf(components)),
    () =>
      checkEach(listOf(componentOf(components, 'CAROUSEL')?.cards), (card) =>
        checkParts(listOf(card.components), false),
      ),
  );
}

function checkHeader(header: JsonObject | undefined): MetaRefusal | undefined {
  if (!header) return undefined;
  const format = wordOf(header.format ?? 'TEXT');
  const wantsExample = MEDIA.includes(format) || variablesOf(header.text).length > 0;
  if (format === 'TEXT') {
    const length = lengthOf(textOf(header.text) ?? '');
    if (length < 1 || length > 60)
      return definitionRefusal(2388040, 'Header too long', 'The header must have 1 to 60 characters.');
    if (variablesOf(header.text).length > 1) {
      return definitionRefusal(2388047, 'Header format is incorrect', 'The header can have only one variable.');
    }
  }
  if (!wantsExample || hasExample(header, 'header')) return undefined;
  return definitionRefusal(2388047, 'Header format is incorrect', 'The header needs an example value.');
}

function checkFooter(footer: JsonObject | undefined): MetaRefusal | undefined {
  if (footer?.text === undefined) return undefined;
  if (lengthOf(textOf(footer.text) ?? '') > 60) {
    return definitionRefusal(2388040, 'Footer too long', 'The footer must have at most 60 characters.');
  }
  if (variablesOf(footer.text).length === 0) return undefined;
  return definitionRefusal(2388073, 'Footer format is incorrect', 'The footer cannot have variables.');
}
