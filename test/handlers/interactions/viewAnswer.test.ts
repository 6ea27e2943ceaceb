import { noticeModal } from '../../../src/blocks/modal';
import { viewAnswer } from '../../../src/handlers/entry/interactions/viewAnswer';
import { answers } from '../../support/answers';
import { drawing } from '../../support/drawing';

const modal = noticeModal(drawing, { title: 'Title', text: 'Text' });

describe('a submitted view is answered', () => {
  test('by closing it where nothing is to be shown', () => {
    expect(viewAnswer(answers, 'v', { kind: 'nothing' })).toEqual({ answer: 'success' });
  });

  test('by errors under its fields, so that it stays as it is', () => {
    const errors = { apiKey: 'This key is wrong.' };
    expect(viewAnswer(answers, 'v', { kind: 'modal', modal, errors })).toEqual({
      answer: 'errors',
      viewId: 'v',
      errors,
    });
  });

  test('by drawing it anew, under the id that it had', () => {
    expect(viewAnswer(answers, 'v', { kind: 'modal', modal })).toEqual({
      answer: 'update',
      view: { id: 'v', ...modal },
    });
  });
});
