import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type HelpContact, useHelpContacts } from '../platform/help-contacts'
import { useText } from '../platform/i18n/text'
import { Button } from './button'
import styles from './call-button.module.scss'
import { Sheet } from './sheet'
import { uiText } from './ui.text'

const HOTLINE = '12345'

/** 「打电话找人」: opens the list of people who can help, each one tap from ringing. */
export const CallButton = () => {
  const t = useText(uiText)
  const [isOpen, setOpen] = useState(false)
  const known = useHelpContacts((help) => help.contacts)
  const hotline = { name: t('hotline'), about: t('hotlineAbout'), phone: HOTLINE, hours: t('hotlineHours') }
  return (
    <>
      <Button icon='phone' onPress={() => setOpen(true)}>
        {t('call')}
      </Button>
      <Sheet isOpen={isOpen} title={t('call')} onClose={() => setOpen(false)}>
        {[...known, hotline].map((contact) => (
          <CallRow key={`${contact.name}${contact.phone}`} contact={contact} />
        ))}
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
      <Text className={styles.about}>
        {contact.about} · {contact.hours}
      </Text>
      <Button
        icon='phone'
        kind='plain'
        isWide
        label={t('callSomebody', { name: contact.name, phone: contact.phone })}
        onPress={() => call(contact.phone)}
      >
        {contact.phone}
      </Button>
    </View>
  )
}

// Closing the phone's own question is no error.
const call = (phoneNumber: string) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
