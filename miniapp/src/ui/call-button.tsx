import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { callPhone } from '../platform/call-phone'
import { type HelpContact, useHelpContacts } from '../platform/help-contacts'
import { useText } from '../platform/i18n/text'
import { openPage } from '../platform/navigation'
import { Button } from './button'
import styles from './call-button.module.scss'
import { Sheet } from './sheet'
import { uiText } from './ui.text'

/** 政务服务便民热线, where somebody answers day and night. */
export const HOTLINE = '12345'

/** 「打电话找人」: opens the list of people who can help, each one tap from ringing. */
export const CallButton = () => {
  const t = useText(uiText)
  const [isOpen, setOpen] = useState(false)
  const known = useHelpContacts((help) => help.contacts)
  const hotline = { name: t('hotline'), about: t('hotlineAbout'), phone: HOTLINE, hours: t('hotlineHours') }
  const seeAll = () => {
    setOpen(false)
    openPage('communities/pages/contacts/index')
  }
  return (
    <>
      <Button icon='phone' onPress={() => setOpen(true)}>
        {t('call')}
      </Button>
      <Sheet isOpen={isOpen} title={t('call')} onClose={() => setOpen(false)}>
        {[...known, hotline].map((contact) => (
          <CallRow key={`${contact.name}${contact.phone}`} contact={contact} />
        ))}
        <Button icon='list' isWide onPress={seeAll}>
          {t('allContacts')}
        </Button>
      </Sheet>
    </>
  )
}

/** One person to telephone: who, about what, when, and the button that rings. */
export const CallRow = ({ contact }: { contact: HelpContact }) => {
  const t = useText(uiText)
  return (
    <View className={styles.row}>
      <Text className={styles.name}>{contact.name}</Text>
      <Text className={styles.about}>{contact.about}</Text>
      <Text className={styles.about}>{contact.hours}</Text>
      {contact.address && <Text className={styles.about}>{contact.address}</Text>}
      <RingButton who={contact} />
      {contact.backup && (
        <>
          <Text className={styles.backup}>{t('ifNobodyAnswers', { name: contact.backup.name })}</Text>
          <RingButton who={contact.backup} />
        </>
      )}
    </View>
  )
}

const RingButton = ({ who: { name, phone } }: { who: { name: string; phone: string } }) => {
  const t = useText(uiText)
  return (
    <Button
      icon='phone'
      kind='plain'
      isWide
      label={t('callSomebody', { name, phone })}
      onPress={() => callPhone(phone)}
    >
      {phone}
    </Button>
  )
}
