export { type StorageAdapter, testStorage } from './conformance/storage.ts'
