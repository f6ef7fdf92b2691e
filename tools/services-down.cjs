// Jest's global teardown of the project `services`.
module.exports = async () => {
  await Reflect.get(globalThis, Symbol.for('resumption.stop-servers'))?.();
};
