package org.banshi.app.chaos;

/** What may befall a system under load. */
enum Fault {
    NODE("killed a node"),
    EVERY_NODE("killed every node"),
    POSTGRES("killed PostgreSQL, all its processes"),
    POSTMASTER("killed PostgreSQL's first process alone"),
    SESSION("killed one of PostgreSQL's sessions in a command"),
    EVERYTHING("killed PostgreSQL and every node"),
    CONNECTIONS("cut every connection to the database"),
    FROZEN("froze PostgreSQL for a moment"),
    CROWDED("took every connection that PostgreSQL had left"),
    SNAPSHOT("held an old snapshot from then on"),
    DISK_FULL("filled the disk of the database");

    final String past;

    Fault(String past) {
        this.past = past;
    }
}
