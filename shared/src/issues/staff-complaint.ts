/** The category in which one may say whom of the staff it is about. */
export const STAFF_COMPLAINT = 'complaint_staff'
