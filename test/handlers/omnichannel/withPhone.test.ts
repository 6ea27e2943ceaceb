import { withPhone } from '../../../src/handlers/omnichannel/withPhone';
import { conversation } from '../../support/conversation';

const known = conversation({ waId: '5511987654321', ids: ['5511987654321', '551187654321', 'BR.1'] });

test('another spelling is no other phone', () => {
  expect(withPhone(known, '551187654321', 5)).toEqual({ ...known, waId: '551187654321' });
});

test('a phone that was not known is no change of one', () => {
  const bare = conversation({ waId: undefined, ids: ['BR.1'] });
  expect(withPhone(bare, '15550001', 5)).toEqual({ ...bare, waId: '15550001', ids: ['BR.1', '15550001'] });
});

test('the phone before may be somebody else’s from then on, until they have it again', () => {
  const moved = withPhone(known, '15550001', 5);
  expect(moved).toMatchObject({
    waId: '15550001',
    ids: [...known.ids, '15550001'],
    former: [{ waId: '5511987654321', until: 5 }],
  });
  expect(withPhone(moved, '551187654321', 9)).toMatchObject({
    waId: '551187654321',
    former: [{ waId: '15550001', until: 9 }],
  });
});
