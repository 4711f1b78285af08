import type { Contact, ContactTopic } from '@little-bench/shared/communities/contract'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'
import { communityText } from '../community.text'
import { ContactCard } from '../contact-card'

interface ContactTopicsProps {
  topics: readonly ContactTopic[]
  /** Where this person lives, if they said so. */
  gridCellId: string | undefined
}

/** The contact board: a section for each topic, in the order in which it came. */
export const ContactTopics = ({ topics, gridCellId }: ContactTopicsProps) => (
  <>
    {topics.map(({ id, name, contacts }) => (
      <Section key={id} title={name}>
        <TopicContacts contacts={contacts} gridCellId={gridCellId} />
      </Section>
    ))}
  </>
)

/** Whoever serves my grid cell stands alone; those of the other cells are one tap away. */
const TopicContacts = ({ contacts, gridCellId }: { contacts: readonly Contact[]; gridCellId: string | undefined }) => {
  const t = useText(communityText)
  const [isOpen, setOpen] = useState(false)
  const isMine = (contact: Contact) => contact.gridCellId !== null && contact.gridCellId === gridCellId
  const isShown = (contact: Contact) =>
    isOpen || contact.gridCellId === null || !contacts.some(isMine) || isMine(contact)
  const hidden = contacts.filter((contact) => !isShown(contact))
  return (
    <>
      {contacts.filter(isShown).map((contact) => (
        <ContactCard key={contact.phone} contact={contact} isMine={isMine(contact)} />
      ))}
      {hidden.length > 0 && (
        <Button icon='down' isWide onPress={() => setOpen(true)}>
          {t('otherCells', { count: hidden.length })}
        </Button>
      )}
    </>
  )
}
