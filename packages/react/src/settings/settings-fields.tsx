import '../messages/en-GB/settings.ts'
import { WELCOME_MODES, type WelcomeMode } from '@rollcall/core/rules'
import { useId } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Radio } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { useForm } from '../ui/form.ts'
import { Textarea } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import type { Settings } from './settings-query.ts'
import { useEditSettings } from './use-edit-settings.ts'

/** Characters at most, as in every message to people. */
const LONGEST = 2_000

export function SettingsFields({ settings }: { settings: Settings }) {
  const { t } = useRollcall()
  const toast = useToast()
  const edit = useEditSettings()
  const id = useId()
  const form = useForm({
    read: (data) => ({
      welcome: data.get('welcome') as WelcomeMode,
      welcomeText: String(data.get('welcomeText') ?? '').trim() || null,
      version: settings.version,
    }),
    async send(input) {
      await edit.mutateAsync(input)
      toast({ title: t('settings.saved'), detail: t('settings.savedDetail') })
    },
  })
  return (
    <form className="rc-stack" {...form.props}>
      <ProblemBanner problem={form.problem} />
      <fieldset className="rc-settings-modes">
        <legend className="rc-label">{t('settings.welcome')}</legend>
        {WELCOME_MODES.map((mode) => (
          <Radio
            key={mode}
            name="welcome"
            value={mode}
            defaultChecked={settings.welcome === mode}
            label={t(`settings.${mode}`)}
            hint={t(`settings.${mode}Hint`)}
          />
        ))}
      </fieldset>
      <Field label={t('settings.text')} optional hint={t('settings.textHint')} error={form.error('welcomeText')}>
        <Textarea
          name="welcomeText"
          rows={4}
          maxLength={LONGEST}
          defaultValue={settings.welcomeText ?? ''}
          dir="auto"
        />
      </Field>
      <div className="rc-settings-foot">
        <Button type="submit" pending={form.pending} aria-describedby={id}>
          {t('settings.save')}
        </Button>
        <p className="rc-lead" id={id}>
          {t('settings.notRetroactive')}
        </p>
      </div>
    </form>
  )
}
