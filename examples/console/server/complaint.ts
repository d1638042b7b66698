/** Something the person at the shell can mend; its message is all they need. */
export class Complaint extends Error {}
