export { SettingsForm, type SettingsFormProps } from './settings-form.tsx'
export { type Settings, settingsQuery } from './settings-query.ts'
export { useEditSettings } from './use-edit-settings.ts'
