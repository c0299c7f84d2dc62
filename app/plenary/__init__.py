"""The plenary as everybody in the hall sees it: the big screen."""
