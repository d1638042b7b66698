export {
  FIELD_CODES,
  type FieldCode,
  REASONS,
  REFUSALS,
  type Reason,
  type RefusalCode,
  type RefusalDetails,
  RefusedError,
} from './kernel/refusals.ts'
