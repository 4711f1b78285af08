import { isPhone, plainPhone } from '@little-bench/shared/people/phone'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWorkCommunityId } from '../../people'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { TextInput } from '../../ui/text-input'
import { showToast } from '../../ui/toast'
import { counterApi, type FoundResident } from '../counter.api'
import styles from '../counter.module.scss'
import { counterText } from '../counter.text'
import { useCounterWrite } from '../use-counter-write'

interface RegisterSheetProps {
  /** What was looked for and not found. */
  sought: { name: string; phone: string }
  onClose: () => void
  onRegistered: (resident: FoundResident) => void
}

/** Makes somebody known who has no telephone to sign in with: a name, and a number to call when there is one. */
export const RegisterSheet = ({ sought, onClose, onRegistered }: RegisterSheetProps) => {
  const t = useText(counterText)
  const communityId = useWorkCommunityId('resident.assist') ?? ''
  const [name, setName] = useState(sought.name)
  const [phone, setPhone] = useState(sought.phone)
  const [isAsked, setAsked] = useState(false)
  const register = useCounterWrite((body: { name: string; phone?: string }, options) =>
    counterApi.registerResident({ params: { communityId }, body }, options),
  )
  const isNameMissing = name.trim() === ''
  const isPhoneWrong = phone.trim() !== '' && !isPhone(plainPhone(phone))
  const send = () => {
    setAsked(true)
    if (isNameMissing || isPhoneWrong) return
    register.mutate(
      { name, ...(phone.trim() === '' ? {} : { phone }) },
      {
        onSuccess: (resident) => {
          showToast(t('registered'))
          onRegistered(resident)
        },
      },
    )
  }
  return (
    <Sheet isOpen title={t('register')} onClose={onClose}>
      <View className={styles.block}>
        <Card tint='blue'>{t('registerWords')}</Card>
      </View>
      <TextInput
        label={t('registerName')}
        isRequired
        value={name}
        onChange={setName}
        error={isAsked && isNameMissing ? t('nameMissing') : undefined}
      />
      <TextInput
        label={t('registerPhone')}
        hint={t('registerPhoneHint')}
        value={phone}
        onChange={setPhone}
        error={isAsked && isPhoneWrong ? t('phoneInvalid') : undefined}
      />
      {register.error !== null && <ErrorNotice error={register.error} />}
      <View className={styles.block}>
        <Button kind='primary' isWide isBusy={register.isPending} onPress={send}>
          {t('registerSend')}
        </Button>
      </View>
    </Sheet>
  )
}
