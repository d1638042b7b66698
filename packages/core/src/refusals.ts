export {
  FIELD_CODES,
  FILE_PROBLEMS,
  type FieldCode,
  type FileFault,
  type FileProblem,
  REASONS,
  REFUSALS,
  type Reason,
  type RefusalCode,
  type RefusalDetails,
  RefusedError,
} from './kernel/refusals.ts'
