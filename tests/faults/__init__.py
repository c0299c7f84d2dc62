"""The fault campaign: people at work, something breaks, and a judge compares what they were told with what is kept."""
