import '../messages/en-GB/settings.ts'
import { SIGN_IN_ADDRESSES, WELCOME_MODES, type WelcomeMode } from '@rollcall/core/rules'
import { useId, useState } from 'react'
import { Banner, ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Radio } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { useForm } from '../ui/form.ts'
import { Textarea } from '../ui/input.tsx'
import { asRefusal } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import type { Settings } from './settings-query.ts'
import { useEditSettings } from './use-edit-settings.ts'

/** Characters at most, as in every message to people. */
const LONGEST = 2_000

interface SettingsFieldsProps {
  settings: Settings
  /** Some sign in through a provider, so that there are addresses to choose from. */
  separable: boolean
  /** They are shown because somebody else's change came before one's own, of which nothing was saved. */
  overtaken: boolean
  /** That happened just now, and what they are now is known. */
  onOvertaken: () => void
}

export function SettingsFields({ settings, separable, overtaken, onOvertaken }: SettingsFieldsProps) {
  const { t } = useRollcall()
  const toast = useToast()
  const edit = useEditSettings()
  const id = useId()
  // What is fetched anew while one types must not pass for what one saw.
  const [seen, setSeen] = useState(settings)
  const [told, setTold] = useState(overtaken)
  const [address, setAddress] = useState(seen.signInAddress)
  const again = address !== seen.signInAddress
  const form = useForm({
    read: (data) => ({
      welcome: data.get('welcome') as WelcomeMode,
      welcomeText: String(data.get('welcomeText') ?? '').trim() || null,
      signInAddress: address,
      version: seen.version,
    }),
    async send(input) {
      try {
        setSeen(await edit.mutateAsync(input))
        setTold(false)
      } catch (error) {
        if (asRefusal(error)?.code !== 'changed-meanwhile') throw error
        return onOvertaken()
      }
      toast({ title: t('settings.saved'), detail: t(again ? 'settings.againDetail' : 'settings.savedDetail') })
    },
  })
  return (
    <form className="rc-stack" {...form.props}>
      {told && (
        <Banner tone="wait" role="alert">
          {t('settings.overtaken')}
        </Banner>
      )}
      <ProblemBanner problem={form.problem} />
      <fieldset className="rc-settings-modes">
        <legend className="rc-label">{t('settings.welcome')}</legend>
        {WELCOME_MODES.map((mode) => (
          <Radio
            key={mode}
            name="welcome"
            value={mode}
            defaultChecked={seen.welcome === mode}
            label={t(`settings.${mode}`)}
            hint={t(`settings.${mode}Hint`)}
          />
        ))}
      </fieldset>
      <Field label={t('settings.text')} optional hint={t('settings.textHint')} error={form.error('welcomeText')}>
        <Textarea name="welcomeText" rows={4} maxLength={LONGEST} defaultValue={seen.welcomeText ?? ''} dir="auto" />
      </Field>
      {separable && (
        <fieldset className="rc-settings-modes">
          <legend className="rc-label">{t('settings.address')}</legend>
          {SIGN_IN_ADDRESSES.map((each) => (
            <Radio
              key={each}
              name="signInAddress"
              checked={address === each}
              onChange={() => setAddress(each)}
              label={t(`settings.${each}`)}
              hint={t(`settings.${each}Hint`)}
            />
          ))}
        </fieldset>
      )}
      <div className="rc-settings-foot">
        <Button type="submit" pending={form.pending} aria-describedby={id}>
          {t('settings.save')}
        </Button>
        <p className="rc-lead" id={id}>
          {t(again ? 'settings.again' : settings.resending ? 'settings.resending' : 'settings.notRetroactive')}
        </p>
      </div>
    </form>
  )
}
