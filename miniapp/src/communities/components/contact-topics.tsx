import type { Contact, ContactTopic } from '@little-bench/shared/communities/contract'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ReadAloud } from '../../ui/read-aloud'
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
    <ReadAloud words={topics.flatMap((topic) => spokenTopic(topic, gridCellId))} />
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
  const shown = isOpen ? contacts : contactsFor(contacts, gridCellId)
  const hidden = contacts.length - shown.length
  return (
    <>
      {shown.map((contact) => (
        <ContactCard key={contact.phone} contact={contact} isMine={isOfCell(contact, gridCellId)} />
      ))}
      {hidden > 0 && (
        <Button icon='down' isWide onPress={() => setOpen(true)}>
          {t('otherCells', { count: hidden })}
        </Button>
      )}
    </>
  )
}

const isOfCell = ({ gridCellId }: Contact, mine: string | undefined) => gridCellId !== null && gridCellId === mine

/** Everybody who serves the whole community, and of the grid cells mine alone where somebody serves it. */
const contactsFor = (contacts: readonly Contact[], gridCellId: string | undefined): readonly Contact[] =>
  contacts.some((contact) => isOfCell(contact, gridCellId))
    ? contacts.filter((contact) => contact.gridCellId === null || isOfCell(contact, gridCellId))
    : contacts

/** Digit by digit with a pause between its parts: a telephone number is no amount, and its hyphen no minus. */
const spokenTopic = ({ name, contacts }: ContactTopic, gridCellId: string | undefined): string[] => [
  name,
  ...contactsFor(contacts, gridCellId).map(
    (contact) => `${contact.name}，${contact.phone.replace(/\D+/g, '，').replace(/\d/g, '$& ')}`,
  ),
]
