"""The second step: six figures from an app beside the password, and recovery codes for whoever lost the phone."""
