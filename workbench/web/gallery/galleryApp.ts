import { isRecord } from '../state/pick';
import { views } from './fixtures/views';

const APP_ID = 'gallery';

const valueOf = (body: Record<string, unknown>, blockId: string, actionId: string): unknown => {
  const payload = isRecord(body['payload']) ? body['payload'] : {};
  const view = isRecord(payload['view']) ? payload['view'] : {};
  const state = isRecord(view['state']) ? view['state'] : {};
  const block = isRecord(state[blockId]) ? state[blockId] : {};
  return block[actionId];
};

/** Submitting the short form: errors under the empty fields, until there are none. */
const submit = (body: Record<string, unknown>) => {
  const errors = {
    ...(valueOf(body, 'short-name-block', 'short-name') ? {} : { 'short-name': 'Please give a phone number' }),
    ...(valueOf(body, 'short-department-block', 'short-department') ? {} : { 'short-department': 'Please choose one' }),
  };
  return body['viewId'] === views.shortModal.id && Object.keys(errors).length > 0
    ? { success: false, type: 'errors', viewId: views.shortModal.id, errors }
    : { success: true };
};

const open = (type: string, view: object) => ({ success: true, type, view: { ...view, appId: APP_ID } });

const ANSWERS: Readonly<Record<string, (body: Record<string, unknown>) => object>> = {
  viewSubmit: submit,
  viewClosed: () => ({ success: true }),
  actionButton: () => ({ success: true }),
  blockAction: ({ actionId }) => {
    if (actionId === 'message-Yes') {
      return open('modal.open', views.shortModal);
    }
    return actionId === 'message-No' ? open('contextual_bar.open', views.contextualBar) : { success: true };
  },
};

/** The app behind the gallery: it lives in the page and answers as the engine would pass an app's answers on. */
export const galleryApp = {
  id: APP_ID,
  answer(body: object): object {
    const sent: unknown = body;
    const type = isRecord(sent) && typeof sent['type'] === 'string' ? sent['type'] : '';
    const answer = isRecord(sent) ? ANSWERS[type]?.(sent) : undefined;
    return { appId: APP_ID, triggerId: isRecord(sent) ? sent['triggerId'] : '', ...answer };
  },
};
