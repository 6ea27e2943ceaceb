import { isObject, listOf, objectOf } from '../../json';
import type { CheckMessage } from '../../messages/SendContext';
import { checkText, firstRefusal, missingForType, wrongParam } from '../../messages/checks';
import { checkComponents } from './checkComponents';
import { checkSentShape } from './checkSentShape';
import { findSendable } from './findSendable';

/** `template: {name, language: {code, policy?}, components?}` against the template that is stored under that name. */
export const checkTemplateMessage: CheckMessage = ({ template }, context) => {
  if (!isObject(template)) return missingForType('template');
  const language = objectOf(template.language);
  const sent = listOf(template.components);
  return firstRefusal(
    () => checkText(template.name, "template['name']", { max: 512 }),
    () => checkText(language.code, "template['language']['code']", { max: 20 }),
    () =>
      language.policy === undefined || language.policy === 'deterministic'
        ? undefined
        : wrongParam("template['language']['policy']", 'must be deterministic.'),
    () => checkSentShape(template.components),
    () => {
      const found = findSendable(context, String(template.name), String(language.code));
      if ('refusal' in found) return found.refusal;
      return (
        found.template &&
        checkComponents(found.template.components, sent, {
          context,
          named: found.template.parameterFormat === 'NAMED',
          authentication: found.template.category === 'AUTHENTICATION',
          path: "template['components']",
          where: '',
        })
      );
    },
  );
};
