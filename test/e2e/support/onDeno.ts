// The files of this project run a second time, on the last imitated release whose apps run in Deno.
process.env.TEST_SERVER = '8.4';
