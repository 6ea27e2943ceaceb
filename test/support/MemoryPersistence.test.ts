import { association } from '../../src/handlers/core/records/association';
import { MemoryPersistence } from './MemoryPersistence';

const [a, b, c] = [association('entry', 'a'), association('entry', 'b'), association('entry', 'c')];

describe('the store that tests use matches as the real one', () => {
  test('reading and removing find what holds all associations', async () => {
    const store = new MemoryPersistence();
    await store.createWithAssociations({ n: 1 }, [a, b]);
    await store.createWithAssociations({ n: 2 }, [b, c]);
    expect(await store.readByAssociations([b])).toEqual([{ n: 1 }, { n: 2 }]);
    expect(await store.readByAssociations([b, a])).toEqual([{ n: 1 }]);
    expect(await store.readByAssociations([a, c])).toEqual([]);
    expect(await store.removeByAssociation(c)).toEqual([{ n: 2 }]);
    expect(store.records).toEqual([{ n: 1 }]);
  });

  test('replacing matches the list exactly, in its order, and makes a second record where it does not', async () => {
    const store = new MemoryPersistence();
    await store.updateByAssociations([a, b], { n: 1 }, true);
    await store.updateByAssociations([a, b], { n: 2 }, true);
    await store.updateByAssociations([b, a], { n: 3 });
    expect(store.records).toEqual([{ n: 2 }]);
    await store.updateByAssociations([b, a], { n: 4 }, true);
    expect(store.records).toEqual([{ n: 2 }, { n: 4 }]);
  });

  test('refuses what is no object, and the call that the server does not have', async () => {
    const store = new MemoryPersistence();
    await expect(store.create('text' as unknown as object)).rejects.toThrow('it must be an object');
    await expect(store.update()).rejects.toThrow('not implemented');
  });

  test('shares nothing with who stored or read it', async () => {
    const store = new MemoryPersistence();
    const record = { list: [1], gone: undefined };
    await store.createWithAssociation(record, a);
    record.list.push(2);
    const [read] = await store.readByAssociation(a);
    expect(read).toEqual({ list: [1], gone: null });
  });
});
