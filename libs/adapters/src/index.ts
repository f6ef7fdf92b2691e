export { loadHash64 } from './hash/xxhash64';
