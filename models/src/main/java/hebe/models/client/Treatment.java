package hebe.models.client;

/** What an outage does to the connections of a guest, at the server's end. */
enum Treatment {
  /** The guest keeps its memory and stands still; nobody answers its clients. */
  KEPT,
  /** The connections are gone, and what is left of the server says so at once. */
  TOLD,
  /** The connections are gone; the next server resets what it does not know. */
  FORGOTTEN,
  /** FT-TCP restores them; meanwhile its wrap speaks to the clients by its policy. */
  RESTORED,
  /** FT-TCP restores them; its wrap was down as well, so the clients heard nothing. */
  RESTORED_IN_SILENCE
}
