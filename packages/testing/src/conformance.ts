export { type CryptographyAdapter, testCryptography } from './conformance/cryptography.ts'
export { type MailerAdapter, type MailerUnderTest, testMailer } from './conformance/mailer.ts'
export { type PasswordHasherAdapter, testPasswordHasher } from './conformance/password-hasher.ts'
export { type StorageAdapter, testStorage } from './conformance/storage.ts'
